/** Tests of dev.rechat.web.origin. */
@NullMarked
package dev.rechat.web.origin;

import org.jspecify.annotations.NullMarked;
