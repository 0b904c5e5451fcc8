export {
  FIELDS,
  type FieldName,
  type FieldSpec,
  type Filter,
  fieldNamed,
  fieldSpec,
  HAS_WORDS,
  LIMITS,
  type Term,
  type Value,
  type ValueKind,
} from './filter';
