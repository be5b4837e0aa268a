/** The API's own documentation: the OpenAPI document and Swagger UI. */
@NullMarked
package dev.rechat.local.docs;

import org.jspecify.annotations.NullMarked;
