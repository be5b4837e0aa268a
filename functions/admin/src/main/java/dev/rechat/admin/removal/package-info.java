/** What administrators see of threads that are still to be deleted at Dify. */
@NullMarked
package dev.rechat.admin.removal;

import org.jspecify.annotations.NullMarked;
