// What a style sheet is to a test: jsdom draws nothing.
export {};
