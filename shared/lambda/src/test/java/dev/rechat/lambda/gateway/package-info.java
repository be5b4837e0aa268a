/** Events read and answers told, without a process. */
@NullMarked
package dev.rechat.lambda.gateway;

import org.jspecify.annotations.NullMarked;
