/** The function on Netty, a real database and a simulated Dify, as its callers see it. */
@NullMarked
package dev.rechat.admin.app;

import org.jspecify.annotations.NullMarked;
