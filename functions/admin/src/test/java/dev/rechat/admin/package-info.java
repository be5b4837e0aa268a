/** What the tests of the administration share. */
@NullMarked
package dev.rechat.admin;

import org.jspecify.annotations.NullMarked;
