/** What was found, and how it is told. */
@NullMarked
package dev.rechat.local.doctor.report;

import org.jspecify.annotations.NullMarked;
