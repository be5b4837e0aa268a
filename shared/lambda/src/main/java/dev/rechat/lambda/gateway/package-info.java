/** API Gateway's REST proxy events (payload version 1) answered by Micronaut's controllers. */
@NullMarked
package dev.rechat.lambda.gateway;

import org.jspecify.annotations.NullMarked;
