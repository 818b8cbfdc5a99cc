// The two calls HintBench needs of SuperLU 5 (BSD), with its structures kept on the C side.
#ifndef HINTBENCH_CSUPERLU_H
#define HINTBENCH_CSUPERLU_H

// Orders the columns of a sparse pattern (compressed columns) by minimum degree on AT+A and builds
// the postordered elimination tree: all of a factorization that does not depend on the values.
//
// columnOrder and eliminationTree each receive n numbers. Returns 0, or nonzero when out of memory.
int hb_superlu_analyze(int n, const int *columnStarts, const int *rowIndices, int *columnOrder,
                       int *eliminationTree);

// Factorizes a matrix of an analyzed pattern on its diagonal (no pivoting: the matrices here are
// diagonally dominant) and solves for several right-hand sides in place.
//
// rightHandSides is n×count, column-major, and becomes the solution. Returns 0; k > 0 when the k-th
// pivot is exactly zero; a negative number when out of memory.
int hb_superlu_solve(int n, const int *columnStarts, const int *rowIndices, const double *values,
                     const int *columnOrder, const int *eliminationTree, double *rightHandSides,
                     int count);

// The version of SuperLU that was compiled against, such as "5.3.0".
const char *hb_superlu_version(void);

#endif
