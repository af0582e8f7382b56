# Golden file for EM: mclust's fits from given labels, mixtools' mixture of lines.
#
#     apt-get install r-cran-mclust r-cran-mixtools
#     Rscript Tests/MixtureEngineTests/Golden/mclust_mixtools.R \
#         > Tests/MixtureEngineTests/Golden/mclust-mixtools.json
#
# Run it from the root of the repository. Each mclust fit starts with an M-step from the hard
# labels and goes on until L gains less than 1e-14 relative, those with noise too, which is the last
# label there. Each mixtools fit starts from given lines.
suppressMessages({library(mclust); library(mixtools)})

number <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ","), "]")
rows <- function(m) paste0("[", paste(apply(m, 1, number), collapse = ","), "]")
whole <- function(v) paste0("[", paste(v, collapse = ","), "]")

faithful <- read.csv("Datasets/old-faithful.csv")
names <- c(VVV = "full", EEE = "tied", VVI = "diagonal", VII = "spherical",
           EII = "shared-spherical")

mixture <- function(points, labels, model) {
  k <- max(labels) + 1
  fit <- me(data = points, modelName = model, z = unmap(labels),
            control = emControl(tol = c(1e-15, 1e-15), itmax = c(100000, 100000)))
  p <- fit$parameters
  covariances <- t(apply(p$variance$sigma, 3, function(s) c(s[1, 1], s[1, 2], s[2, 2])))
  paste0('{"structure":"', names[[model]], '","labels":', whole(labels),
    ',"log_likelihood":', sprintf("%.17g", fit$loglik),
    ',"bic":', sprintf("%.17g", -bic(model, fit$loglik, nrow(points), 2, k)),
    ',"weights":', number(p$pro), ',"means":', rows(t(p$mean)),
    ',"covariances":', rows(covariances),
    ',"adjusted_rand":',
    sprintf("%.17g", adjustedRandIndex(labels, max.col(fit$z))), '}')
}

parameters <- function(p, weights) {
  covariances <- t(apply(p$variance$sigma, 3, function(s) c(s[1, 1], s[1, 2], s[2, 2])))
  paste0(',"weights":', number(weights), ',"means":', rows(t(p$mean)),
    ',"covariances":', rows(covariances))
}

strict <- emControl(tol = c(1e-15, 1e-15), itmax = c(100000, 100000))

noisy <- function(points, labels, model) {
  area <- prod(apply(points, 2, function(v) diff(range(v))))
  fit <- me(points, model, z = unmap(labels), Vinv = 1 / area, control = strict)
  paste0('{"structure":"', names[[model]], '","labels":', whole(labels),
    ',"log_likelihood":', sprintf("%.17g", fit$loglik),
    parameters(fit$parameters, fit$parameters$pro), '}')
}

# mclust's own M-steps and densities, the known rows of z held: L after each of fifty steps.
held <- function(points, labels, known, model) {
  z <- unmap(labels)
  fixed <- z[known, ]
  trace <- c()
  for (step in 1:50) {
    p <- mstep(modelName = model, data = points, z = z)$parameters
    joint <- sweep(cdens(modelName = model, data = points, parameters = p, logarithm = TRUE), 2, log(p$pro), "+")
    most <- apply(joint, 1, max)
    total <- most + log(rowSums(exp(joint - most)))
    trace <- c(trace, sum(total[!known]) + sum(joint[known, ] * fixed))
    z <- exp(joint - total)
    z[known, ] <- fixed
  }
  paste0('{"structure":"', names[[model]], '","labels":', whole(labels),
    ',"known":', whole(which(known) - 1), ',"log_likelihood":', number(trace),
    parameters(p, p$pro), '}')
}

lines <- function(points, intercepts, slopes, deviations) {
  k <- length(slopes)
  invisible(capture.output(
    fit <- regmixEM(points[, 2], points[, 1], lambda = rep(1 / k, k),
      beta = rbind(intercepts, slopes), sigma = deviations, k = k, epsilon = 1e-12,
      maxit = 100000)))
  paste0('{"start":', rows(cbind(intercepts, slopes, deviations)),
    ',"log_likelihood":', sprintf("%.17g", fit$loglik),
    ',"weights":', number(fit$lambda),
    ',"lines":', rows(cbind(t(fit$beta), fit$sigma)), '}')
}

points <- as.matrix(faithful)
two <- as.integer(points[, 2] < 68)
three <- two + as.integer(points[, 2] > 80) * 2L
mixtures <- c()
for (model in names(names)) {
  mixtures <- c(mixtures, mixture(points, two, model), mixture(points, three, model))
}
fits <- c(lines(points, c(40, 60), c(10, 5), c(5, 5)),
          lines(points, c(30, 45, 60), c(8, 8, 8), c(6, 6, 6)))
outliers <- as.matrix(read.csv("Datasets/outliers.csv")[, 1:2])
far <- function(labels, points) {
  centres <- apply(points, 2, function(v) tapply(v, labels, median))
  distances <- sqrt(rowSums((points - centres[labels + 1, ])^2))
  ifelse(distances > quantile(distances, 0.9), max(labels) + 1L, labels)
}
halves <- as.integer(outliers[, 1] > median(outliers[, 1]))
thirds <- as.integer(cut(rank(outliers[, 1]), 3)) - 1L
known <- (seq_along(three) - 1) %% 7 == 0
noisyFits <- c()
heldFits <- c()
for (model in names(names)) {
  noisyFits <- c(noisyFits, noisy(outliers, far(halves, outliers), model),
    noisy(outliers, far(thirds, outliers), model))
  heldFits <- c(heldFits, held(points, three, known, model))
}
cat('{"versions":{"mclust":"', as.character(packageVersion("mclust")), '","mixtools":"',
  as.character(packageVersion("mixtools")), '"},"mixtures":[', paste(mixtures, collapse = ","),
  '],"outliers":', rows(outliers), ',"noisy":[', paste(noisyFits, collapse = ","), '],"held":[', paste(heldFits, collapse = ","),
  '],"lines":[', paste(fits, collapse = ","), ']}\n', sep = "")
