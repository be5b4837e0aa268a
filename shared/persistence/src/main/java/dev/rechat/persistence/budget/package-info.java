/** What people may spend, what they have spent of it, and the turns that this is made of. */
@NullMarked
package dev.rechat.persistence.budget;

import org.jspecify.annotations.NullMarked;
