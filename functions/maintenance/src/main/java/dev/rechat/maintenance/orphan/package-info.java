/** Turns that nobody makes and nobody came back for. */
@NullMarked
package dev.rechat.maintenance.orphan;

import org.jspecify.annotations.NullMarked;
