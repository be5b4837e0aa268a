/** Tests of dev.rechat.web.error. */
@NullMarked
package dev.rechat.web.error;

import org.jspecify.annotations.NullMarked;
