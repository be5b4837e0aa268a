/** Housekeeping as a function on AWS Lambda, woken by a schedule. */
@NullMarked
package dev.rechat.maintenance.lambda;

import org.jspecify.annotations.NullMarked;
