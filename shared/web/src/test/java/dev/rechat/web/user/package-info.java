/** Tests of dev.rechat.web.user. */
@NullMarked
package dev.rechat.web.user;

import org.jspecify.annotations.NullMarked;
