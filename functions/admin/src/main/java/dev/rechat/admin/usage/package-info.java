/** What the house has used, and the turns it is made of. */
@NullMarked
package dev.rechat.admin.usage;

import org.jspecify.annotations.NullMarked;
