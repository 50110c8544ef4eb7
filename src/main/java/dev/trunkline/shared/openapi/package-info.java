/** What the OpenAPI document says beyond what each resource says of itself. At work while the service is built only. */
@NullMarked
package dev.trunkline.shared.openapi;

import org.jspecify.annotations.NullMarked;
