/** {@code ./rechat gateway}: the functions as processes behind an emulated API Gateway, as AWS runs them. */
@NullMarked
package dev.rechat.gateway;

import org.jspecify.annotations.NullMarked;
