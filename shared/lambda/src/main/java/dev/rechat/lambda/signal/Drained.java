package dev.rechat.lambda.signal;

import java.util.List;

/** A meter that is emptied by reading it. */
interface Drained {

    /** What came since the last time; empty when nothing did. Called by one thread. */
    List<Double> take();
}
