package org.chunfeng.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

/** An embedded form as a person sees it; fields are found by their names. */
final class FormOnScreen {

    private final Locator form;

    FormOnScreen(Locator place) {
        form = place.locator("form.cf-form");
        form.locator(".cf-section").first().waitFor();
    }

    Locator field(String name) {
        return form.locator("[data-cf-field=" + name + "]").first();
    }

    FormOnScreen type(String name, String value) {
        Locator input = field(name).locator("input.cf-input, textarea");
        input.fill(value);
        input.blur();
        return this;
    }

    FormOnScreen select(String name, String code) {
        field(name).locator("select").selectOption(code);
        return this;
    }

    FormOnScreen choose(String name, String text) {
        field(name)
                .locator(".cf-choice")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    FormOnScreen tickAll(String name) {
        field(name).locator("input[type=checkbox]").all().forEach(Locator::check);
        return this;
    }

    FormOnScreen attach(String name, FilePayload file) {
        field(name).locator("input[type=file]").setInputFiles(file);
        field(name).locator(".cf-files a").getByText(file.name).waitFor();
        return this;
    }

    /** Ticks one of several boxes. */
    FormOnScreen tick(String name, String text) {
        field(name)
                .getByLabel(text, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** A part of the form that is no field. */
    Locator part(String selector) {
        return form.locator(selector);
    }

    String value(String name) {
        return field(name).locator("input.cf-input, textarea, select").inputValue();
    }

    /** What is written under a field in red. */
    Locator refusal(String name) {
        return field(name).locator(".cf-note.cf-refused");
    }

    /** Back to where the task begins. */
    FormOnScreen top() {
        form.evaluate("form => form.closest('.content').scrollTop = 0");
        return this;
    }

    /** The case beside the decision. */
    Locator panel() {
        return form.locator(".cf-panel");
    }
}
