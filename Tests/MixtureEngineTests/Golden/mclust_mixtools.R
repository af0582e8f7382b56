# Golden file for EM: mclust's fits from given labels, mixtools' mixture of lines.
#
#     apt-get install r-cran-mclust r-cran-mixtools
#     Rscript Tests/MixtureEngineTests/Golden/mclust_mixtools.R \
#         > Tests/MixtureEngineTests/Golden/mclust-mixtools.json
#
# Run it from the root of the repository. Each mclust fit starts with an M-step from the hard
# labels and goes on until L gains less than 1e-14 relative; each mixtools fit starts from given
# lines.
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
cat('{"versions":{"mclust":"', as.character(packageVersion("mclust")), '","mixtools":"',
  as.character(packageVersion("mixtools")), '"},"mixtures":[', paste(mixtures, collapse = ","),
  '],"lines":[', paste(fits, collapse = ","), ']}\n', sep = "")
