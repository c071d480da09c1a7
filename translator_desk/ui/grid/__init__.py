"""The bilingual grid."""
