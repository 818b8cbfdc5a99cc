// OpenBLAS: the BLAS through its C interface, and the two LAPACK routines Debian's header leaves out.
#include <cblas.h>

// LU with partial pivoting, and the solve that follows it; all matrices column-major.
extern void dgetrf_(const int *rows, const int *columns, double *matrix, const int *leading,
                    int *pivots, int *info);
extern void dgetrs_(const char *transpose, const int *order, const int *count,
                    const double *factors, const int *leading, const int *pivots,
                    double *rightHandSides, const int *leadingRight, int *info);
