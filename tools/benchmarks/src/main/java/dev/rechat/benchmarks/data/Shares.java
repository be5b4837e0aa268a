package dev.rechat.benchmarks.data;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How a whole number is divided among unequal ones. */
final class Shares {

    private Shares() {}

    /** Zipf's law: the one of rank r (from 1) weighs r to the power of -exponent. */
    static double[] zipf(int count, double exponent) {
        return IntStream.rangeClosed(1, count)
                .mapToDouble(rank -> Math.pow(rank, -exponent))
                .toArray();
    }

    /** Weights of which most are near 1 and a few many times that. */
    static double[] logNormal(int count, double sigma, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.exp(sigma * random.nextGaussian()))
                .toArray();
    }

    /**
     * Parts that add up to the total exactly, each at least the minimum; what is beyond the minimum goes by weight, the
     * largest remainders rounded up.
     */
    static int[] split(int total, double[] weights, int minimum) {
        int spare = total - minimum * weights.length;
        if (spare < 0) {
            throw new IllegalArgumentException(
                    "%d is too little for %d parts of %d or more".formatted(total, weights.length, minimum));
        }
        double sum =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        double[] remainders = new double[weights.length];
        int[] parts = new int[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = spare * weights[i] / sum;
            int whole = (int) exact;
            remainders[i] = exact - whole;
            parts[i] = minimum + whole;
            given += whole;
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
                .limit(spare - given)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
