// Losses and the optimizer's step, on plain float32 arrays.
//
// Sums are made of partial sums over parts of fixed size, in double and in order, so that they do
// not depend on the number of threads, which is what hb_set_threads said.
#ifndef HB_TRAINING_H
#define HB_TRAINING_H

#include <stddef.h>
#include <stdint.h>

/// The Huber loss of `count` numbers: ½d² where |d| ≤ delta, else delta·(|d| − ½delta).
///
/// @param gradient receives scale times the derivative by each prediction.
/// @return the sum over the numbers, not scaled; not finite where a prediction is not.
double ht_huber(
    const float *prediction, const float *truth, float *gradient, size_t count, float delta,
    float scale);

/// The mean squared error of each picture in decibels: 10·log₁₀(Σd²/pixels + floor).
///
/// @param count numbers a picture, of all channels.
/// @param pixels what the sum of squares is divided by.
/// @param floor positive.
/// @param gradient receives scale times the derivative by each prediction.
/// @return the sum over the pictures, not scaled; not finite where a prediction is not.
double ht_log_error(
    const float *prediction, const float *truth, float *gradient, size_t pictures, size_t count,
    size_t pixels, float floor, float scale);

/// The cross-entropy of sparse soft targets, summed over all places.
///
/// @param logits [batch][channels][places].
/// @param gradient the softmax of the logits over channels; receives scale·(softmax − target).
/// @param bins [batch][places][nearest], each in 0..<channels: where the target is not 0.
/// @param weights the target there, of the same shape, summing to 1 at each place.
/// @return the sum over the places, not scaled; not finite where a logit is not.
double ht_cross_entropy(
    const float *logits, float *gradient, const int32_t *bins, const float *weights, int batch,
    int channels, size_t places, int nearest, float scale);

/// sum += more: the gradients of a further loss of the same numbers.
void ht_add(const float *more, float *sum, size_t count);

/// The sum of squares.
double ht_squared_norm(const float *values, size_t count);

/// One step of AdamW and of the moving average of the weights.
///
/// Loshchilov and Hutter 2019, "Decoupled weight decay regularization", arXiv:1711.05101.
typedef struct {
  /// What gradients are multiplied by first.
  float gradient_scale;
  /// Of the first and the second moment.
  float beta1, beta2;
  /// What weights are multiplied by first: 1 − rate·decay, or 1 − factor·(1 − kept).
  float kept;
  /// rate / (1 − beta1ᵗ).
  float step_size;
  /// √(1 − beta2ᵗ).
  float second_scale;
  float epsilon;
  /// The share of the new weights in the average; 1 copies them.
  float fresh;
} ht_adamw;

/// Moments, weights and average of `count` numbers, each read and written once.
///
/// @param factors what the rate is multiplied by for each weight; NULL for 1.
void ht_adamw_step(
    const ht_adamw *step, const float *factors, const float *gradient, float *first,
    float *second, float *weights, float *average, size_t count);

/// average += fresh·(values − average); a copy where `fresh` is 1.
void ht_average(const float *values, float *average, size_t count, float fresh);

#endif
