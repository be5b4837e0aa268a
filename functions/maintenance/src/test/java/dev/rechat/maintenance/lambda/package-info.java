@NullMarked
package dev.rechat.maintenance.lambda;

import org.jspecify.annotations.NullMarked;
