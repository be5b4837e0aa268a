/** An API Gateway with Lambda functions behind it, for tests: routes, proxy events, limits, instances that come and go. */
@NullMarked
package dev.rechat.testing.gateway;

import org.jspecify.annotations.NullMarked;
