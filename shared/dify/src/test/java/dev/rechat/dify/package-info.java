/** Tests of the client of Dify's Service API. */
@NullMarked
package dev.rechat.dify;

import org.jspecify.annotations.NullMarked;
