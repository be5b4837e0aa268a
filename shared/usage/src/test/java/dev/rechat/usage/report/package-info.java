/** Tests. */
@NullMarked
package dev.rechat.usage.report;

import org.jspecify.annotations.NullMarked;
