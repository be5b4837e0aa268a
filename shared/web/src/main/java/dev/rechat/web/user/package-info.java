/** Who makes a request, and what roles are called where access is declared. */
@NullMarked
package dev.rechat.web.user;

import org.jspecify.annotations.NullMarked;
