# Golden file for the hierarchical start: mclust's partitions, and fits under its default prior.
#
#     apt-get install r-cran-mclust
#     Rscript Tests/MixtureEngineTests/Golden/mclust_hierarchical.R \
#         > Tests/MixtureEngineTests/Golden/mclust-hierarchical.json
#
# Run it from the root of the repository. Partitions are those that Mclust begins with by default: the
# hierarchy under VVV of the data scaled by their SVD, cut at K clusters.
suppressMessages(library(mclust))

whole <- function(v) paste0("[", paste(v, collapse = ","), "]")

clouds <- function(n, seed) {
  set.seed(seed)
  rbind(cbind(rnorm(n), rnorm(n)), cbind(rnorm(n, 6), rnorm(n, 1, 3)),
    cbind(rnorm(n, 2, 2), rnorm(n, 8, 0.5)))
}
sets <- list(
  as.matrix(read.csv("Datasets/old-faithful.csv")[, 1:2]),
  as.matrix(read.csv("Datasets/anisotropic.csv")[, 1:2]),
  as.matrix(read.csv("Datasets/outliers.csv")[, 1:2]),
  clouds(40, 1), clouds(60, 2))

number <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ","), "]")
out <- c()
for (points in sets) {
  tree <- hc(points, modelName = "VVV", use = "SVD")
  cuts <- sapply(2:5, function(k) whole(hclass(tree, k)[, 1] - 1))
  out <- c(out, paste0('{"xs":', number(points[, 1]), ',"ys":', number(points[, 2]),
    ',"labels":[', paste(cuts, collapse = ","), ']}'))
}
cat('{"mclust":"', as.character(packageVersion("mclust")), '","sets":[',
  paste(out, collapse = ",\n"), ']}\n', sep = "")
