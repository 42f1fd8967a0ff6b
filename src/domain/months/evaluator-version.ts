/**
 * Counts up when the evaluator is changed so that it says another number of the same facts. A published number names the
 * evaluator that made it; one that recomputes differently is reported to the office and never taken over.
 */
export const EVALUATOR = 3;
