/** Who makes a request, and what they may do: from the token to the bearer, from the bearer's standing to its rights. */
@NullMarked
package dev.rechat.web.user;

import org.jspecify.annotations.NullMarked;
