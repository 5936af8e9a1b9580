mod reference;
mod small;
