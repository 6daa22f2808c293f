/** Systems of the environment a person or household has to do with. */
export const tieSystems = [
  'school',
  'work',
  'health',
  'welfare',
  'faith',
  'neighbours',
  'peers',
  'kin',
  'legal',
  'other',
] as const
export type TieSystem = (typeof tieSystems)[number]

export const tieStrengths = ['strong', 'ordinary', 'tenuous'] as const
export type TieStrength = (typeof tieStrengths)[number]

/** Which way energy flows between the family and the system. */
export const tieEnergies = ['to_us', 'from_us', 'both', 'none'] as const
export type TieEnergy = (typeof tieEnergies)[number]

/** How a relationship is felt, as this case heard it. */
export const relationshipQualities = [
  'close',
  'fused',
  'distant',
  'conflictual',
  'cut_off',
  'abusive',
  'caring',
] as const
export type RelationshipQuality = (typeof relationshipQualities)[number]
