mod fair;
mod reference;
mod small;
