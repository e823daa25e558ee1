import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { cataloguePermissions } from './access.ts'
import { catalogueErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { cancelItem } from './operations/cancel-item.ts'
import { checkDraft } from './operations/check-draft.ts'
import { compareVersionsOperation } from './operations/compare-versions.ts'
import { discardDraft } from './operations/discard-draft.ts'
import { exportExchange } from './operations/export-exchange.ts'
import { getGuide } from './operations/get-guide.ts'
import { getItem } from './operations/get-item.ts'
import { getTheme } from './operations/get-theme.ts'
import { getOfficeItem } from './operations/get-office-item.ts'
import { importExchange } from './operations/import-exchange.ts'
import { lintItemOperation } from './operations/lint-item.ts'
import { listDepartments } from './operations/list-departments.ts'
import { listEditions } from './operations/list-editions.ts'
import { listItems } from './operations/list-items.ts'
import { listOfficeItemsOperation } from './operations/list-office-items.ts'
import { listReferences } from './operations/list-references.ts'
import { listThemes } from './operations/list-themes.ts'
import { loadCatalogueOperation } from './operations/load-catalogue.ts'
import { publishVersion } from './operations/publish-version.ts'
import { resumeItem } from './operations/resume-item.ts'
import { saveDraft } from './operations/save-draft.ts'
import { suspendItem } from './operations/suspend-item.ts'
import { weighVersion } from './operations/weigh-version.ts'

export const catalogue = defineModule({
  name: 'catalogue',
  needs: ['organisation'],
  operations: [
    listItems,
    getItem,
    getGuide,
    listThemes,
    getTheme,
    listDepartments,
    listOfficeItemsOperation,
    getOfficeItem,
    listReferences,
    listEditions,
    weighVersion,
    saveDraft,
    discardDraft,
    checkDraft,
    lintItemOperation,
    publishVersion,
    suspendItem,
    resumeItem,
    cancelItem,
    compareVersionsOperation,
    exportExchange,
    importExchange,
    loadCatalogueOperation,
  ],
  permissions: cataloguePermissions,
  refusals: catalogueErrors,
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { catalogueErrors } from './errors.ts'
export { exemptionSources, materialsFor } from './rules/checklist.ts'
export type { ChecklistLine, OfficeKnowledge } from './rules/checklist.ts'
export { shownLimits } from './rules/shown-limit.ts'
export { versionForApplication } from './rules/versions.ts'
export type { ApplicationForm, FormField } from './schema/form.ts'
export type { ItemVersion } from './schema/item-version.ts'
export type { CertificateType } from './schema/lists.ts'
export type { RequiredMaterial } from './schema/material.ts'
export type { ProcessStep, SpecialProcedure } from './schema/route.ts'
export { conditionHolds } from './schema/scenario.ts'
export type { Condition, Scenario, ScenarioAnswers } from './schema/scenario.ts'
export type { ThemePackage } from './schema/theme.ts'
export { readShippedCatalogue } from './shipped.ts'
export { getCertificateType } from './store/lists.ts'
export { getItemInForce, getItemVersion, listCodesOfType, listStanding } from './store/versions.ts'
export type { StoredVersion } from './store/versions.ts'
export { catalogueMetrics } from './metrics.ts'
