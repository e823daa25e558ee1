import { aPower, aProposal, aRecord, type Draft, publicationPeople, punishment, type RecordStage } from '#test/harness/publication.ts'
import type { CommandRecipe } from './command-examples.ts'

/** A record at a stage, for the editor of its unit or whoever reviews there. */
function recordAt(stage: RecordStage, by: 'editor' | 'secrecyReviewer' = 'editor', changes: Partial<Draft> = {}): CommandRecipe {
  return async (office) => ({ caller: (await publicationPeople(office))[by], values: { number: await aRecord(office, stage, changes) } })
}

const byEditor: CommandRecipe = async (office) => ({ caller: (await publicationPeople(office)).editor, values: {} })
const ofProposal: CommandRecipe = async (office) => ({ caller: (await publicationPeople(office)).editor, values: { id: await aProposal(office) } })
const ofPower: CommandRecipe = async (office) => ({ caller: (await publicationPeople(office)).editor, values: { id: await aPower(office) } })

/** How the record of each command of publication is brought to the state in which the command is given. */
export const publicationRecipes: Readonly<Record<string, CommandRecipe>> = {
  'publication.draft-record': byEditor,
  'publication.save-draft': recordAt('draft'),
  'publication.submit-record': recordAt('draft'),
  'publication.clear-record': recordAt('underReview', 'secrecyReviewer'),
  'publication.return-record': recordAt('underReview', 'secrecyReviewer'),
  'publication.withhold-record': recordAt('underReview', 'secrecyReviewer'),
  'publication.publish-record': recordAt('cleared'),
  'publication.discard-record': recordAt('draft'),
  'publication.change-record': recordAt('published'),
  'publication.add-channel': recordAt('published'),
  'publication.report-revocation': recordAt('published', 'editor', punishment),
  'publication.withdraw-record': recordAt('published'),
  'publication.repeal-record': recordAt('published'),
  'publication.propose': byEditor,
  'publication.accept-proposal': ofProposal,
  'publication.decline-proposal': ofProposal,
  'publication.list-power': byEditor,
  'publication.change-power': ofPower,
  'publication.remove-power': ofPower,
  'publication.draw-powers': byEditor,
}
