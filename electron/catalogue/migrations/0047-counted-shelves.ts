/**
 * Labels and occasions count categories and product types each; what counted both as one is read as categories, at whatever depth an
 * undo of an undo has it. Within a text of theirs its quotes would be escaped.
 */
export const countedShelves = `
UPDATE change_sets SET label = replace(label, '"shelves":', '"categories":') WHERE instr(label, '"shelves":') > 0;
UPDATE snapshots SET occasion = replace(occasion, '"shelves":', '"categories":') WHERE instr(occasion, '"shelves":') > 0;
`
