/** Code that breaks the rules, in a package where they hold. */
@NullMarked
package dev.rechat.web.offence;

import org.jspecify.annotations.NullMarked;
