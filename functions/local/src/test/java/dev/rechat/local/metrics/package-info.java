@NullMarked
package dev.rechat.local.metrics;

import org.jspecify.annotations.NullMarked;
