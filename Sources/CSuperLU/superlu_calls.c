#include "CSuperLU.h"

#include <stdlib.h>
#include <string.h>
#include <superlu/slu_ddefs.h>

// Measured on grids of 49 to 64 pixels: larger supernodes fill in, wider panels only cost.
enum { kRelaxedNodes = 12, kPanelColumns = 1 };

static void direct_options(superlu_options_t *options) {
  set_default_options(options);
  options->ColPerm = MY_PERMC;
  options->SymmetricMode = YES;
  options->DiagPivotThresh = 0.0;
  options->Equil = NO;
  options->PrintStat = NO;
}

int hb_superlu_analyze(int n, const int *columnStarts, const int *rowIndices, int *columnOrder,
                       int *eliminationTree) {
  double *values = calloc((size_t)columnStarts[n] + 1, sizeof(double));
  if (!values) return -1;
  SuperMatrix matrix, permuted;
  // SuperLU's constructors take the arrays without const but do not write to them.
  dCreate_CompCol_Matrix(&matrix, n, n, columnStarts[n], values, (int *)rowIndices,
                         (int *)columnStarts, SLU_NC, SLU_D, SLU_GE);
  get_perm_c(MMD_AT_PLUS_A, &matrix, columnOrder);
  superlu_options_t options;
  direct_options(&options);
  options.Fact = DOFACT;
  sp_preorder(&options, &matrix, columnOrder, eliminationTree, &permuted);
  Destroy_CompCol_Permuted(&permuted);
  Destroy_SuperMatrix_Store(&matrix);
  free(values);
  return 0;
}

int hb_superlu_solve(int n, const int *columnStarts, const int *rowIndices, const double *values,
                     const int *columnOrder, const int *eliminationTree, double *rightHandSides,
                     int count) {
  int *permutations = malloc(3 * (size_t)n * sizeof(int));
  if (!permutations) return -1;
  int *columns = permutations, *rows = permutations + n, *tree = permutations + 2 * n;
  memcpy(columns, columnOrder, (size_t)n * sizeof(int));
  memcpy(tree, eliminationTree, (size_t)n * sizeof(int));

  SuperMatrix matrix, permuted, lower, upper, dense;
  dCreate_CompCol_Matrix(&matrix, n, n, columnStarts[n], (double *)values, (int *)rowIndices,
                         (int *)columnStarts, SLU_NC, SLU_D, SLU_GE);
  superlu_options_t options;
  direct_options(&options);
  options.Fact = SamePattern;  // columnOrder and eliminationTree are analyzed already
  sp_preorder(&options, &matrix, columns, tree, &permuted);

  GlobalLU_t global;
  SuperLUStat_t statistics;
  StatInit(&statistics);
  int info = 0;
  dgstrf(&options, &permuted, kRelaxedNodes, kPanelColumns, tree, NULL, 0, columns, rows, &lower, &upper,
         &global, &statistics, &info);
  if (info > n) {
    info = -1;
  } else {
    if (info == 0) {
      dCreate_Dense_Matrix(&dense, n, count, rightHandSides, n, SLU_DN, SLU_D, SLU_GE);
      dgstrs(NOTRANS, &lower, &upper, columns, rows, &dense, &statistics, &info);
      Destroy_SuperMatrix_Store(&dense);
    }
    Destroy_SuperNode_Matrix(&lower);
    Destroy_CompCol_Matrix(&upper);
  }
  StatFree(&statistics);
  Destroy_CompCol_Permuted(&permuted);
  Destroy_SuperMatrix_Store(&matrix);
  free(permutations);
  return info;
}

#define HB_TEXT(x) #x
#define HB_VERSION(a, b, c) HB_TEXT(a) "." HB_TEXT(b) "." HB_TEXT(c)

const char *hb_superlu_version(void) {
#ifdef SUPERLU_MAJOR_VERSION
  return HB_VERSION(SUPERLU_MAJOR_VERSION, SUPERLU_MINOR_VERSION, SUPERLU_PATCH_VERSION);
#else
  return "5";
#endif
}
