import { Checkboxes } from '#ui/choices.tsx'
import { FieldGroup } from '#ui/field.tsx'
import type { ShapeFieldProps } from './field-props.ts'
import { fieldName } from './read-fields.ts'
import { isValues, listOf, plainText } from './shape.ts'
import { hintOf, labelOf } from './shape-labels.ts'
import { conditionWords } from './shape-words.ts'
import { say } from './text.ts'

/** For which answers something concerns the applicant: the options of every question of the item to tick. */
export function ConditionField({ value, path, context }: ShapeFieldProps) {
  const { questions } = context.lookups
  const whole = [...context.above, ...path]
  const id = fieldName(path)
  const clauses = listOf(value).filter(isValues)
  return (
    <FieldGroup id={id} legend={labelOf(whole) ?? ''} hint={hintOf(whole)} error={context.errorOf(id)}>
      {questions.length === 0 ? <p className="meta">{say('field.no-scenarios')}</p> : null}
      {questions.length === 0 ? null : (
        <details open={clauses.length > 0}>
          <summary>{conditionWords(value, context.lookups)}</summary>
          {questions.map((question) => (
            <Checkboxes
              key={question.key}
              name={fieldName([...path, question.key])}
              legend={question.question}
              options={question.options.map((option) => ({ value: option.key, label: option.label }))}
              values={listOf(clauses.find((clause) => clause['question'] === question.key)?.['anyOf']).map(plainText)}
            />
          ))}
        </details>
      )}
    </FieldGroup>
  )
}
