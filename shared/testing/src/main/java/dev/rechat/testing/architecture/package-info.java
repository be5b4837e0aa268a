/** The rules of the house about who may use what, held by one test over all modules. */
@NullMarked
package dev.rechat.testing.architecture;

import org.jspecify.annotations.NullMarked;
