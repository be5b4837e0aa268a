/** Tests of dev.rechat.web.health. */
@NullMarked
package dev.rechat.web.health;

import org.jspecify.annotations.NullMarked;
