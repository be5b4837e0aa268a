/** The built web app, served beside the API as a static host would do it. */
@NullMarked
package dev.rechat.local.web;

import org.jspecify.annotations.NullMarked;
