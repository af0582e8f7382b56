// Armadillo: armadillo em|kmeans POINTS.f64 START.txt ; files and answers as in yardstick.c.
// Threads: OMP_NUM_THREADS.
#define ARMA_NO_DEBUG
#include <armadillo>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

static double cpu() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int, char **argument) {
  bool means = std::string(argument[1]) == "kmeans";
  FILE *file = fopen(argument[2], "rb");
  fseek(file, 0, SEEK_END);
  long n = ftell(file) / 16;
  rewind(file);
  arma::mat points(2, n);
  if (fread(points.memptr(), 16, n, file) != (size_t)n) return 1;
  fclose(file);
  file = fopen(argument[3], "r");
  int k;
  if (fscanf(file, "%d", &k) != 1) return 1;
  arma::mat centres(2, k);
  arma::cube covariances(2, 2, k);
  arma::rowvec weights(k);
  for (int j = 0; j < k; j++) {
    double xx, xy, yy;
    if (!means && fscanf(file, "%lf", &weights(j)) != 1) return 1;
    if (fscanf(file, "%lf %lf", &centres(0, j), &centres(1, j)) != 2) return 1;
    if (means) continue;
    if (fscanf(file, "%lf %lf %lf", &xx, &xy, &yy) != 3) return 1;
    covariances(0, 0, j) = xx;
    covariances(0, 1, j) = covariances(1, 0, j) = xy;
    covariances(1, 1, j) = yy;
  }
  printf("ready\n");
  fflush(stdout);
  for (int iterations; scanf("%d", &iterations) == 1;) {
    arma::gmm_full mixture;
    arma::mat moved = centres;
    if (!means) mixture.set_params(centres, covariances, weights);
    double before = cpu();
    auto start = std::chrono::steady_clock::now();
    if (means)
      arma::kmeans(moved, points, k, arma::keep_existing, iterations, false);
    else
      mixture.learn(
          points, k, arma::eucl_dist, arma::keep_existing, 0, iterations, 1e-10, false);
    double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    printf("%.9g %.9g\n", wall, cpu() - before);
    fflush(stdout);
  }
}
