/** Tests of dev.rechat.auth.export. */
@NullMarked
package dev.rechat.auth.export;

import org.jspecify.annotations.NullMarked;
